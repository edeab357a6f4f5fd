// What `bantin serve` adds to a page: it waits for the next build, shows what is wrong meanwhile, and loads the page anew.
(() => {
  const SHOWN = 10;
  let seen = null;

  const element = (name, text, ...inside) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...inside);
    return made;
  };

  function slip({ file, line, message, help }) {
    const where = element("code", `${file}, dòng ${line}`);
    return element("li", "", where, ": ", message, ...(help ? [element("br"), help] : []));
  }

  function failed({ slips, said, build }) {
    const still = build ? "Đang hiện trang của lần dựng trước, vì tệp vừa lưu còn chỗ cần sửa" : "Chưa dựng được trang: còn chỗ cần sửa";
    const inside = [element("h2", still)];
    if (slips.length) inside.push(element("ol", "", ...slips.slice(0, SHOWN).map(slip)));
    if (slips.length > SHOWN) inside.push(element("p", `… và ${slips.length - SHOWN} chỗ nữa.`));
    if (said) inside.push(element("pre", said));
    inside.push(element("p", "Sửa xong, lưu tệp; lời nhắn này tự mất đi."));
    return inside;
  }

  function show(told) {
    document.getElementById("bantin-xem")?.remove();
    if (told.stage === "sound") return;
    const panel = element("div", "", ...(told.stage === "failed" ? failed(told) : [element("p", "Đang dựng lại trang…")]));
    panel.id = "bantin-xem";
    panel.setAttribute("role", told.stage === "failed" ? "alert" : "status");
    panel.classList.toggle("dang", told.stage === "building");
    document.body.append(panel);
  }

  async function wait() {
    try {
      const answer = await fetch(`/.bantin/moi?biet=${seen ? seen.number : -1}`);
      const told = await answer.json();
      if (seen && told.stage === "sound" && told.build !== seen.build) return location.reload();
      if (!seen || told.number !== seen.number) show(told);
      seen = { number: told.number, build: seen ? seen.build : told.build };
    } catch {
      await new Promise((later) => setTimeout(later, 1000)); // the server has stopped, or starts again
    }
    wait();
  }

  document.head.append(Object.assign(element("link"), { rel: "stylesheet", href: "/.bantin/xem.css" }));
  wait();
})();
