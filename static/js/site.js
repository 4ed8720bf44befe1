// The site's one script, a single request: every page reads and works without it.
"use strict";

// Names offered while one types into a search box, as an ARIA combobox. The form works
// without: this only fills a list, by text alone, and opens what is chosen.
for (const field of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  let timer, asking, chosen = -1;
  list.id = `${field.id}-list`;
  list.hidden = true;
  const set = (element, attributes) => {
    for (const name in attributes) element.setAttribute(name, attributes[name]);
  };
  set(list, { role: "listbox", "aria-label": field.dataset.suggestLabel });
  set(field, {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  });
  field.form.append(list);

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    choose(-1);
    field.setAttribute("aria-expanded", "false");
  };
  const choose = (place) => {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    const option = list.children[place];
    option?.setAttribute("aria-selected", "true");
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };
  const show = (rows) => {
    list.replaceChildren(
      ...rows.map(({ label, detail, url }, place) => {
        const option = document.createElement("li");
        const small = document.createElement("small");
        option.textContent = label;
        small.textContent = detail;
        option.append(" ", small);
        option.dataset.url = url;
        option.id = `${list.id}-${place}`;
        set(option, { role: "option", "aria-selected": "false" });
        return option;
      })
    );
    choose(-1);
    list.hidden = !rows.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = async () => {
    asking = new AbortController();
    const q = encodeURIComponent(field.value.trim());
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${q}`, {
        signal: asking.signal,
        credentials: "omit",
      });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch {
      // Overtaken by the next letter, or no network: the form still works.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    asking?.abort();
    if (field.value.trim().length < 2) close();
    else timer = setTimeout(ask, 150);
  });
  field.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") choose(chosen + 1 < count ? chosen + 1 : -1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? count - 1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0)
      location.assign(list.children[chosen].dataset.url);
    else return;
    event.preventDefault();
  });
  // A press must not take the focus away before it is a click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
}

/* Lists answer in place: what the form asks is fetched and put where it stands.
   Without this script the same form loads the same page. */
(() => {
    const PARTS = [".page__head", "#results", ".listing__filters", ".masthead__language", ".footer__printed"];
    const form = () => document.querySelector("form[data-listing]");
    const here = () => location.pathname + location.search;
    if (!form()) return;
    let shown = here();
    let turn = 0;

    function address() {
        const asked = new URLSearchParams();
        for (const [name, value] of new FormData(form())) if (value.trim()) asked.append(name, value);
        asked.sort();
        const query = asked.toString();
        return location.pathname + (query ? `?${query}` : "");
    }

    /* A request for a document, which the browser reads as it does any page. */
    function fetched(url) {
        return new Promise((resolve) => {
            const request = new XMLHttpRequest();
            request.open("GET", url);
            request.responseType = "document";
            request.onloadend = () => resolve(request.response);
            request.send();
        });
    }

    async function show(url, isNew) {
        const own = ++turn;
        const page = await fetched(url);
        if (own !== turn) return;
        if (!page || !PARTS.every((part) => page.querySelector(part))) {
            location.assign(url);
            return;
        }
        const held = document.activeElement;
        const folds = () => [...document.querySelectorAll(".filter-form, .facet")];
        const open = folds().map((fold) => fold.open);
        for (const part of PARTS) document.querySelector(part).replaceWith(page.querySelector(part));
        folds().forEach((fold, n) => { fold.open ||= open[n]; });
        document.title = page.title;
        if (isNew) history.pushState(null, "", url);
        shown = url;
        const same = [...form().elements].find((control) => control.name && control.name === held.name
            && (control.type !== "checkbox" || control.value === held.value));
        (same || document.querySelector("#results")).focus({ preventScroll: true });
        tell(document.querySelector(".page__lead").textContent);
    }

    function tell(words) {
        let status = document.querySelector("p[role=status]");
        if (!status) {
            status = document.createElement("p");
            status.className = "visually-hidden";
            status.setAttribute("role", "status");
            document.body.append(status);
        }
        status.textContent = words;
    }

    document.addEventListener("change", (event) => {
        if (event.target.form === form() && event.target.type === "checkbox") show(address(), true);
    });
    document.addEventListener("submit", (event) => {
        if (event.target !== form()) return;
        event.preventDefault();
        show(address(), true);
    });
    window.addEventListener("popstate", () => {
        if (here() !== shown) show(here(), false);
    });
})();
