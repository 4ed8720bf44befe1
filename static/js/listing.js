/* Lists answer in place: what the form asks is fetched and put where it stands.
   Without this script the same form loads the same page. */
(() => {
    const PARTS = [".page__head", "#results", ".listing__filters"];
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
        const open = [...document.querySelectorAll(".facet")].map((facet) => facet.open);
        for (const part of PARTS) document.querySelector(part).replaceWith(page.querySelector(part));
        document.querySelectorAll(".facet").forEach((facet, n) => { facet.open ||= open[n]; });
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
