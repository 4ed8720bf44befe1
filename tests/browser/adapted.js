// Questions to a page about those who change how it looks or do without a pointer.
// Each returns words that name what fails, so that an empty list is the answer hoped for.
window.ask = (() => {
  const TARGETS = "a[href], button, summary, select, textarea, [tabindex='0'], "
    + "input:not([type=hidden])";
  const called = (node) => {
    const words = node.getAttribute("aria-label") || node.innerText || node.textContent || "";
    const name = (one) => one.getAttribute("class") || one.id;
    return `${node.localName}.${name(node) || name(node.parentElement)} `
      + words.trim().replace(/\s+/g, " ").slice(0, 40);
  };
  const seen = (node) => node.checkVisibility({
    contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true,
  }) && !isForEarsAlone(node);
  const isForEarsAlone = (node) => {
    for (let up = node; up; up = up.parentElement) {
      if (getComputedStyle(up).clipPath === "inset(50%)") return true;
    }
    return false;
  };
  const targets = () => [...document.querySelectorAll(TARGETS)].filter(
    (node) => seen(node) && node.tabIndex >= 0 && !node.matches(".skip-link")
  );

  /* WCAG 2.5.8: 24 pixels; or within a sentence; or 24 pixels of room around; or
     another target on the page leads to the same. An area of a map is exempt: its
     size and place are what it says. */
  const tooSmall = () => {
    const all = targets().map((node) => ({ node, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.width && box.height);
    const small = all.filter(({ box }) => box.width < 23.9 || box.height < 23.9);
    return small.filter((one) => !one.node.closest("svg") && !inSentence(one.node)
      && !hasTwin(one, all) && !hasRoom(one, all, small)).map(({ node, box }) =>
      `${called(node)}: ${Math.round(box.width)}×${Math.round(box.height)}`);
  };
  const inSentence = (node) => {
    if (!getComputedStyle(node).display.startsWith("inline")) return false;
    const block = node.closest("p, li, dd, dt, td, th, figcaption, h1, h2, h3, label, caption");
    if (!block) return false;
    const rest = block.cloneNode(true);
    for (const link of rest.querySelectorAll(TARGETS)) link.remove();
    return /\p{L}{2}/u.test(rest.textContent);
  };
  const hasTwin = ({ node }, all) => node.href && all.some(({ node: other, box }) =>
    other !== node && String(other.href?.baseVal ?? other.href) === String(node.href.baseVal ?? node.href)
    && box.width >= 24 && box.height >= 24);
  const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  const hasRoom = (one, all, small) => {
    const [x, y] = middle(one);
    const near = ({ box }) => Math.hypot(
      Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)
    ) < 12;
    return !all.some((other) => other !== one && near(other)) && !small.some((other) => {
      const [otherX, otherY] = middle(other);
      return other !== one && Math.hypot(otherX - x, otherY - y) < 24;
    });
  };

  /* WCAG 2.4.11: what has the focus is within the window, and nothing lies over it. */
  const focused = () => {
    const node = document.activeElement;
    if (node === document.body) return null;
    const said = called(node);
    const box = [...node.getClientRects()].find(({ width, height }) => width && height);
    if (!box) return [said, "has no box"];
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [above, below] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 1 || below - above < 1) return [said, "is out of sight"];
    if (isForEarsAlone(node)) return [said, "is cut off"];
    const top = document.elementFromPoint((left + right) / 2, (above + below) / 2);
    // The middle of an area's box may lie in its neighbour, as with any bay.
    const shown = node.contains(top) || node.closest("svg")?.contains(top);
    return [said, shown ? "" : `is under ${top ? called(top) : "nothing"}`];
  };

  /* The boxes of all words that are seen, each with the element that holds them. */
  const lines = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text; (text = walker.nextNode());) {
      const node = text.parentElement;
      if (!text.data.trim() || !seen(node) || node.matches("script, style, option")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) found.push({ text, node, box });
      }
    }
    return found;
  };
  /* Words out of their box, cut off, over other words, or beside the window. */
  const unreadable = () => {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    const all = lines();
    for (const { text, node, box } of all) {
      const frame = frameOf(node);
      if (!frame) continue;
      const outer = frame.getBoundingClientRect();
      const out = Math.max(outer.left - box.left, box.right - outer.right,
        outer.top - box.top, box.bottom - outer.bottom);
      if (out > 3) found.push(`out of ${called(frame)}: ${text.data.trim().slice(0, 30)}`);
    }
    all.sort((one, other) => one.box.top - other.box.top);
    all.forEach((one, place) => {
      for (let next = place + 1; next < all.length; next++) {
        const other = all[next];
        if (other.box.top > one.box.bottom - 4) break;
        if (overlap(one, other)) {
          found.push(`“${one.text.data.trim().slice(0, 30)}” over “${other.text.data.trim().slice(0, 30)}”`);
        }
      }
    });
    return [...new Set(found)];
  };
  /* The nearest box around words that is drawn, or that cuts off what is outside. */
  const frameOf = (node) => {
    for (let up = node; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.display === "inline" || up.closest("svg")) continue;
      if (style.overflowX === "auto" || style.overflowX === "scroll" || style.overflowY === "auto") return null;
      const drawn = ["Top", "Bottom"].every((side) => parseFloat(style[`border${side}Width`]) > 0);
      if (drawn || style.overflowX !== "visible") return up;
    }
    return null;
  };
  const overlap = (one, other) => {
    if (one.text === other.text) return false;
    if (one.node.closest("svg, sup") || other.node.closest("svg, sup")) return false;
    const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    return wide > 3 && high > Math.min(one.box.height, other.box.height) * 0.4;
  };

  /* Whatever moves for longer than nobody sees. */
  const moving = () => {
    const longer = (value) => value.split(",").some((time) =>
      parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1) > 0.01);
    return [...document.querySelectorAll("*")].filter((node) => {
      const style = getComputedStyle(node);
      return longer(style.transitionDuration)
        || (style.animationName !== "none" && longer(style.animationDuration))
        || style.scrollBehavior === "smooth";
    }).map(called);
  };

  return { tooSmall, focused, unreadable, moving };
})();
