// Several records for one field: opens Wagtail's chooser with boxes to tick and
// keeps one hidden input for each record chosen.
(function () {
  function add(field, record) {
    const list = field.querySelector("[data-chosen]");
    if (list.querySelector(`input[value="${record.id}"]`)) return;
    const row = field.querySelector("template").content.cloneNode(true);
    const input = row.querySelector("input");
    input.name = field.dataset.name;
    input.value = record.id;
    row.querySelector("[data-label]").textContent = record.string;
    list.append(row);
  }

  function changed(field) {
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function choose(field) {
    const packed = field.querySelector("script[type='application/json']");
    const single = window.telepath.unpack(JSON.parse(packed.textContent));
    single.openModal(
      (records) => {
        records.forEach((record) => add(field, record));
        changed(field);
      },
      { multiple: true },
    );
  }

  document.addEventListener("click", (event) => {
    const field = event.target.closest("[data-records-chooser]");
    if (!field) return;
    if (event.target.closest("[data-choose]")) choose(field);
    if (event.target.closest("[data-remove]")) {
      event.target.closest("li").remove();
      changed(field);
    }
  });
})();
