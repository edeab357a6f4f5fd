// The words that Material's script says, once a site; partials/languages/vi.html holds all of them.
{
  const words = {
    "clipboard.copied": "Đã sao chép",
    "clipboard.copy": "Sao chép",
    "search.result.more.one": "Thêm 1 mục trong trang này",
    "search.result.more.other": "Thêm # mục trong trang này",
    "search.result.none": "Không tìm thấy trang nào",
    "search.result.one": "Tìm thấy 1 trang",
    "search.result.other": "Tìm thấy # trang",
    "search.result.placeholder": "Gõ tên địa phương hoặc từ cần tìm, có dấu hay không dấu đều được",
    "search.result.term.missing": "Không có từ",
    "select.version": "Chọn phiên bản"
  };
  const config = document.getElementById("__config"), settings = JSON.parse(config.textContent);
  config.textContent = JSON.stringify({...settings, translations: {...words, ...settings.translations}});
}
// A tab of content that an address leads to is the one that shows.
{
  const tab = document.getElementById(location.hash.slice(1));
  if (tab?.name) tab.checked = tab.name.startsWith("__tabbed_");
}
// The contents are open where they stand beside the text, and folded above it.
for (const contents of document.querySelectorAll(".muc-luc details")) {
  const wide = matchMedia("(min-width: 60em)");
  contents.open = wide.matches;
  wide.addEventListener("change", () => { contents.open = wide.matches; });
}
