// What `bantin serve` adds to a page: it waits for the next build, shows what is wrong meanwhile, and loads the page anew.
(() => {
  const STYLE = `
    #bantin-xem { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 9999; padding: 12px 20px;
      background: #fff7f5; color: #1b1b1b; border-top: 4px solid #b3261e; font: 16px/1.5 system-ui, sans-serif }
    #bantin-xem.dang { background: #f4f6fb; border-color: #4a5f8a; padding-block: 6px }
    #bantin-xem h2 { margin: 0 0 4px; font-size: 18px; line-height: 1.35; font-weight: 700; color: inherit }
    #bantin-xem p, #bantin-xem ol { margin: 3px 0 }
    #bantin-xem ol { padding-left: 26px }
    #bantin-xem code { font: .9em ui-monospace, monospace; background: none; color: inherit }
    #bantin-xem pre { white-space: pre-wrap; margin: 4px 0; font: .9em/1.4 ui-monospace, monospace }
    @media print { #bantin-xem { display: none } }`;
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

  document.head.append(element("style", STYLE));
  wait();
})();
