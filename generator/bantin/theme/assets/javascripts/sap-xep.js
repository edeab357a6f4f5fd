// Long tables of class «xep»: a button in each head sorts the rows by what is printed, a second time the other way round,
// a third time as they were. What is empty, or no number among numbers, stands last. Rows of groups and of totals stay where they are.
{
  const collator = new Intl.Collator("vi", {numeric: true});
  const KINDS = /^(tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)\s+(?=\p{Lu}|\d)/iu;
  const NUMBER = /^(?:\p{L}+\s+){0,3}(-?\d[\d.]*(?:,\d+)?)(?!\/\d+\/)\s*(?:[%/][\d%.]*)?\s*(nghìn|ngàn|triệu|tỷ)?[^\d]{0,16}$/iu;
  const PERIOD = /(?:năm|tháng|quý|\d\/).*(?:19|20)\d\d/iu;
  const POWERS = {nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9};
  /** What a cell says, without what is small beside it. */
  const said = (cell) => {
    const copy = cell.cloneNode(true);
    for (const aside of copy.querySelectorAll("small, sup, i, .chua-khop")) aside.remove();
    return copy.textContent.trim().replace(/\s+/g, " ");
  };
  const number = (text) => {
    const found = NUMBER.exec(text);
    return found && +found[1].replace(/\./g, "").replace(",", ".") * (POWERS[found[2]?.toLowerCase()] || 1);
  };
  /** The last day of a period, as far as it says. */
  const ends = (text) => {
    const day = [...text.matchAll(/(\d\d)\/(\d\d)\/(\d{4})/g)].pop();
    if (day) return +(day[3] + day[2] + day[1]);
    const year = /(?:^|\D)((?:19|20)\d\d)(?!\d)/.exec(text);
    const month = /tháng (\d+)|(\d+) tháng|quý (\d)/i.exec(text);
    return year && year[1] * 1e4 + (month ? +(month[1] || month[2] || month[3] * 3) : 12) * 100 + 31;
  };
  const word = (text) => text.replace(KINDS, "");
  /** How the cells of a column compare: as days or as numbers, if half of them are such, or as words. */
  const asked = (texts, column) => column && [[ends, PERIOD], [number, NUMBER]].find(([, like]) =>
    texts.filter((text) => like.test(text)).length * 2 >= texts.length)?.[0] || word;

  const told = Object.assign(document.createElement("p"), {className: "an-mat"});
  told.setAttribute("role", "status");
  document.getElementById("noi-dung").append(told);

  const make = (table) => {
    const heads = [...[...table.tHead.rows].pop().cells], body = table.tBodies[0], rows = [...body.rows];
    const isFixed = (row) => row.matches(".thoi-ky, .nhom-hang, .tong");
    heads.forEach((head, column) => {
      const isEmpty = (row) => !said(row.cells[column]) || row.cells[column].matches(".khong-co, :has(.khong-co)");
      const full = rows.filter((row) => !isFixed(row) && !isEmpty(row));
      const key = asked(full.map((row) => said(row.cells[column])), column);
      const keys = new Map(full.map((row) => [row, key(said(row.cells[column]))]).filter(([, found]) => found !== null));
      const compare = key === word ? collator.compare : (one, other) => one - other;
      const ways = key === word ? ["ascending", "descending"] : ["descending", "ascending"];
      const name = said(head), button = Object.assign(document.createElement("button"), {type: "button", className: "xep__nut"});
      button.setAttribute("aria-label", `Sắp xếp theo ${name}`);
      button.title = `Sắp xếp theo ${name}`;
      head.append(" ", button);
      button.addEventListener("click", () => {
        const way = ways[ways.indexOf(head.getAttribute("aria-sort")) + 1] || "";
        for (const other of heads) other.removeAttribute("aria-sort");
        if (way) head.setAttribute("aria-sort", way);
        const sign = way === "descending" ? -1 : 1;
        const place = (row) => rows.indexOf(row);
        const sorted = (some) => some.sort((one, other) => way
          ? keys.has(other) - keys.has(one) || (keys.has(one) && sign * compare(keys.get(one), keys.get(other))) || place(one) - place(other)
          : place(one) - place(other));
        let group = [];
        const parts = [];
        for (const row of rows) {
          if (isFixed(row)) {
            parts.push(...sorted(group), row);
            group = [];
          } else group.push(row);
        }
        body.append(...parts, ...sorted(group));
        const how = {"": "Đã trở về thứ tự ban đầu", ascending: key === word ? "từ A đến Y" : key === ends ? "từ cũ đến mới" : "từ thấp đến cao",
          descending: key === word ? "từ Y đến A" : key === ends ? "từ mới đến cũ" : "từ cao xuống thấp"}[way];
        told.textContent = way ? `Đã sắp xếp theo ${name}, ${how}` : how;
      });
    });
  };
  for (const table of document.querySelectorAll("table.xep:has(tbody tr:nth-child(7))")) {
    if (table.tHead && !table.querySelector("[rowspan]")) make(table);
  }
}
