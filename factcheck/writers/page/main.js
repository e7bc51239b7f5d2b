/* Puts the page together: reads the data, listens to the filters and the keys. */

const data = JSON.parse(byId("report-data").textContent);
const conflicts = data.conflicts.map(indexed);
const list = new ConflictList(byId("conflicts"), byId("more"), showMarks);

/* So many conflicts are shown open at once. */
const FEW = 3;

function apply() {
  const selection = selectConflicts(conflicts, chosen(), markOf);
  list.show(selection);
  byId("shown").textContent = selection.length === conflicts.length
    ? `${counted(conflicts.length, "conflict")} shown`
    : `${grouped(selection.length)} of ${counted(conflicts.length, "conflict")} shown`;
}

function showMarks() {
  const number = marks.size;
  byId("save").textContent = number ? `Save ${counted(number, "mark")}` : "Save marks";
}

function choosePair(left, right) {
  byId("source").value = left;
  setAgainst(right);
  apply();
  byId("list-title").scrollIntoView();
  byId("against").focus();
}

function setAgainst(source) {
  byId("against").dataset.source = source;
  byId("against").textContent = source ? `against ${source} ✕` : "";
  byId("against").hidden = !source;
}

function resetFilters() {
  byId("filters").reset();
  setAgainst("");
  apply();
}

function toggleTheme() {
  const dark = document.documentElement.dataset.theme === "dark"
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  remember("factcheck-theme", document.documentElement.dataset.theme);
}

function markCurrent(value) {
  const item = list.container.children[list.current()];
  if (!item) return;
  open(item);
  const radio = item.querySelector(`input[value="${value}"]`);
  radio.checked = true;
  radio.dispatchEvent(new Event("change"));
}

const KEYS = {
  j: () => list.focus(list.current() + 1),
  k: () => list.focus(Math.max(0, list.current() - 1)),
  o: () => { const item = list.container.children[list.current()]; if (item) toggle(item); },
  "/": () => byId("search").focus(),
  r: () => markCurrent("real-conflict"),
  w: () => markCurrent("not-same-fact"),
  a: () => markCurrent("accepted"),
  "?": () => byId("help").showModal(),
};

function onKey(event) {
  if (event.key === "Escape" && event.target.id === "search") event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open || !byId("single-keys").checked) return;
  if (event.target.matches("input:not([type=radio]):not([type=checkbox]), select, textarea")) return;
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

function followHash() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id.startsWith("fc-")) return;
  if (!list.reveal(id) && conflicts.some((conflict) => conflict.id === id)) {
    resetFilters();
    list.reveal(id);
  }
}

function showAgreements() {
  const lines = data.agreements.map((agreement) => make("li", {}, make("bdi", {}, `${agreement.subject}: ${agreement.text}`), " – ",
    agreement.places.flatMap((place, at) => [at ? ", " : "", make("a", { href: place.link }, place.place)])));
  byId("agreements").replaceChildren(...lines);
}

function listen() {
  let waiting = 0;
  byId("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
  byId("filters").addEventListener("change", (event) => { if (event.target.id === "source") setAgainst(""); apply(); });
  byId("filters").addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  byId("against").addEventListener("click", () => { setAgainst(""); apply(); byId("source").focus(); });
  byId("reset-filters").addEventListener("click", resetFilters);
  byId("theme").addEventListener("click", toggleTheme);
  byId("save").addEventListener("click", () => saveMarks(conflicts));
  byId("keys").addEventListener("click", () => byId("help").showModal());
  byId("single-keys").addEventListener("change", (event) => remember("factcheck-single-keys", event.target.checked));
  const agreements = byId("agreements");
  if (agreements) agreements.closest("details").addEventListener("toggle", showAgreements, { once: true });
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", followHash);
  window.addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(() => list.redraw(), 80); });
  window.addEventListener("beforeprint", () => {
    list.grow(list.selection.length);
    [...list.container.children].forEach(open);
    if (agreements) showAgreements();
  });
}

function start() {
  if (recall("factcheck-theme")) document.documentElement.dataset.theme = recall("factcheck-theme");
  byId("single-keys").checked = recall("factcheck-single-keys") !== false;
  document.documentElement.classList.add("live");
  fillFilters(conflicts);
  if (byId("confidence")) {
    byId("histogram").append(histogram(conflicts));
  }
  if (byId("matrix")) {
    byId("matrix").append(...sourceMatrix(conflicts, 8, choosePair).filter(Boolean));
    byId("opposed").open = byId("matrix").querySelectorAll("tbody tr").length <= 4 && innerWidth >= 640;
  }
  byId("more-filters").open = innerWidth >= 640 && conflicts.length > FEW;
  listen();
  apply();
  showMarks();
  if (conflicts.length <= FEW) [...list.container.children].forEach(open);
  followHash();
}

start();
