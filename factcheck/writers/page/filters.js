/* Which conflicts are shown, and in what order. */

const RANK = { error: 0, warning: 1, note: 2 };

/* Everything of a conflict that the search looks at, in lower case. */
function searchText(conflict) {
  const places = conflict.positions.flatMap((position) => position.places.flatMap(
    (place) => [position.text, place.source, place.title, place.place, place.quote.join(""), place.context.join(" ")]));
  return [conflict.id, conflict.rule, conflict.class, conflict.subject, conflict.message, ...places].join("\n").toLowerCase();
}

/* What the filters ask about, worked out once for each conflict. */
function indexed(conflict) {
  const places = conflict.positions.flatMap((position) => position.places);
  return {
    ...conflict,
    text: searchText(conflict),
    sources: new Set(places.map((place) => place.source)),
    dates: places.flatMap((place) => [place.published.slice(0, 10), ...(place.as_of.match(/\d{4}-\d\d-\d\d/g) || [])]).filter(Boolean).sort(),
  };
}

function facet(conflicts, valuesOf) {
  const counts = new Map();
  for (const conflict of conflicts) for (const value of valuesOf(conflict)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function fillSelect(select, entries, limit) {
  for (const [value, number] of entries.slice(0, limit)) select.append(make("option", { value }, `${value} (${grouped(number)})`));
}

function fillFilters(conflicts) {
  fillSelect(byId("class"), facet(conflicts, (each) => [each.class]), 50);
  fillSelect(byId("source"), facet(conflicts, (each) => each.sources), 500);
  fillSelect(byId("topic"), facet(conflicts, (each) => each.topics), 500);
  for (const [name, number] of facet(conflicts, (each) => [each.severity])) byId(`count-${name}`).textContent = `(${grouped(number)})`;
}

function chosen() {
  const value = (id) => byId(id).value;
  return {
    severities: new Set([...document.querySelectorAll("input[name=severity]:checked")].map((box) => box.value)),
    words: value("search").toLowerCase().split(/\s+/).filter(Boolean),
    class: value("class"), source: value("source"), topic: value("topic"), status: value("status"), mark: value("marked"),
    from: value("from"), to: value("to"), sort: value("sort"), against: byId("against").dataset.source || "",
  };
}

function fits(conflict, ask, markOf) {
  if (!ask.severities.has(conflict.severity)) return false;
  if (ask.class && conflict.class !== ask.class) return false;
  if (ask.source && !conflict.sources.has(ask.source)) return false;
  if (ask.against && !opposed(conflict, ask.source, ask.against)) return false;
  if (ask.topic && !conflict.topics.includes(ask.topic)) return false;
  if (ask.status && conflict.status !== ask.status) return false;
  if (ask.mark && (markOf(conflict) || "none") !== ask.mark) return false;
  if (ask.from && !conflict.dates.some((date) => date >= ask.from)) return false;
  if (ask.to && !conflict.dates.some((date) => date <= ask.to)) return false;
  if (ask.from && ask.to && !conflict.dates.some((date) => date >= ask.from && date <= ask.to)) return false;
  return ask.words.every((word) => conflict.text.includes(word));
}

function opposed(conflict, left, right) {
  const holds = (position, source) => position.places.some((place) => place.source === source);
  return conflict.positions.some((position, at) => holds(position, left)
    && conflict.positions.some((other, where) => where !== at && holds(other, right)));
}

const ORDERS = {
  severity: (a, b) => RANK[a.severity] - RANK[b.severity] || b.confidence - a.confidence,
  confidence: (a, b) => b.confidence - a.confidence,
  subject: (a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0),
  newest: (a, b) => (b.dates.at(-1) || "").localeCompare(a.dates.at(-1) || ""),
  places: (a, b) => b.sources.size - a.sources.size,
};

function selectConflicts(conflicts, ask, markOf) {
  return conflicts.filter((conflict) => fits(conflict, ask, markOf)).sort((a, b) => ORDERS[ask.sort](a, b) || (a.id < b.id ? -1 : 1));
}
