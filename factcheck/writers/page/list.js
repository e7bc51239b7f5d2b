/* The list of conflicts: a line each, the rest of a conflict built when it is opened. */

const CHUNK = 60;

function quoteOf(place) {
  const [before, figure, after] = place.quote;
  return make("blockquote", { dir: "auto" },
    place.context[0] ? make("span", { class: "context" }, place.context[0] + " ") : null,
    before, figure ? make("mark", {}, figure) : null, after,
    place.context[1] ? make("span", { class: "context" }, " " + place.context[1]) : null);
}

function sourceOf(place) {
  const said = [place.source, place.published && `published ${place.published}`, place.as_of && `as of ${place.as_of}`].filter(Boolean).join(", ");
  const links = make("span", {}, make("a", { href: place.link }, place.place));
  if (place.web) links.append(" · ", make("a", { href: place.web, rel: "noopener noreferrer" }, "web page"));
  return make("p", { class: "source" }, make("bdi", {}, said), " · ", links, boundsOf(place));
}

/* What the figure means as an interval, where that is not what it says anyway. */
function boundsOf(place) {
  if (place.implied && place.implied !== place.stated) return [make("br"), `States ${place.stated}; allows ${place.implied}.`];
  return place.stated && place.stated !== place.quote[1] ? [make("br"), `States ${place.stated}.`] : [];
}

function sideOf(position) {
  return make("section", { class: "side" }, make("h4", {}, make("bdi", {}, position.text)),
    position.computed ? make("p", { class: "small muted" }, position.places.length ? "Computed from:" : "Computed from the same sentence.") : null,
    position.places.flatMap((place) => [quoteOf(place), sourceOf(place)]));
}

function whyOf(conflict) {
  const sum = conflict.why.reduce((total, [, , weight]) => total + weight, 0);
  const signed = (weight) => (weight > 0 ? "+" : "") + weight.toFixed(1);
  const rows = conflict.why.map(([step, detail, weight]) => make("tr", {},
    make("th", { scope: "row" }, step), make("td", {}, detail), make("td", { class: "number" }, signed(weight))));
  return make("details", { class: "why" }, make("summary", {}, `All the evidence that this is one fact (${signed(sum)} in logits)`),
    make("div", { class: "scroll", tabindex: 0 }, make("table", {}, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Step"),
      make("th", { scope: "col" }, "Evidence"), make("th", { scope: "col", class: "number" }, "Weight"))), make("tbody", {}, rows))));
}

function pictureOf(conflict) {
  return forestPlot(conflict.plot, byId("conflicts").clientWidth - 40);
}

function bodyOf(conflict, changed) {
  const computed = conflict.positions.some((position) => position.computed);
  return [
    make("div", { class: "sides" }, conflict.positions.map(sideOf)),
    pictureOf(conflict),
    ...[[computed ? "The rule" : "Why one fact", conflict.because], ["Why they differ", conflict.verdict], ["What would settle it", conflict.settle], ...conflict.milder, ["Waived", conflict.reason]]
      .filter(([, words]) => words).map(([name, words]) => make("p", {}, make("b", {}, `${name}: `), words)),
    conflict.why.length ? whyOf(conflict) : null,
    markForm(conflict, changed),
    make("p", { class: "permalink" }, make("a", { href: `#${conflict.id}` }, `Link to ${conflict.id}`)),
  ].filter(Boolean);
}

function badges(conflict) {
  const mark = (MARKS.find(([value]) => value === markOf(conflict)) || [])[1];
  return [conflict.status === "new" ? null : conflict.status, mark && mark.split(":")[0]].filter(Boolean)
    .map((text) => make("span", { class: "badge plain" }, text));
}

function headOf(conflict) {
  const values = conflict.positions.flatMap((position, at) => [at ? " against " : "", make("b", {}, make("bdi", {}, position.text))]);
  const sources = [...conflict.sources].slice(0, 4).map((name) => shortened(name, 48)).join("; ");
  const facts = `${conflict.rule}, ${conflict.class}, confidence ${conflict.confidence.toFixed(2)}, ${sources}`;
  return [make("span", { class: `badge ${conflict.severity}` }, conflict.severity), make("bdi", {}, conflict.subject), badges(conflict),
    make("span", { class: "versus" }, values), make("span", { class: "facts" }, facts)].flat();
}

function itemOf(conflict, changed) {
  const body = make("div", { class: "body", id: `body-${conflict.id}`, hidden: true });
  const head = make("button", { type: "button", "aria-expanded": "false", "aria-controls": body.id, onclick: () => toggle(item) }, headOf(conflict));
  const item = make("article", { class: `conflict ${conflict.severity}`, id: conflict.id, "aria-label": conflict.subject }, make("h3", {}, head), body);
  item.conflict = conflict;
  item.refresh = () => { head.replaceChildren(...headOf(conflict)); changed(); };
  return item;
}

function open(item) {
  const body = item.querySelector(".body");
  if (!body.firstChild) body.append(...bodyOf(item.conflict, item.refresh));
  body.hidden = false;
  item.querySelector("h3 > button").setAttribute("aria-expanded", "true");
}

function toggle(item) {
  const body = item.querySelector(".body");
  if (body.hidden) open(item);
  else {
    body.hidden = true;
    item.querySelector("h3 > button").setAttribute("aria-expanded", "false");
  }
}

/* Shows the selection a chunk at a time; more comes when the end is near or the button is used. */
class ConflictList {
  constructor(container, more, changed) {
    Object.assign(this, { container, more, changed, selection: [], built: new Map() });
    more.addEventListener("click", () => {
      const next = this.container.children.length;
      this.grow(next + CHUNK);
      this.focus(next);
    });
    if ("IntersectionObserver" in window) {
      new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) this.grow(this.container.children.length + CHUNK); },
        { rootMargin: "600px" }).observe(more);
    }
  }

  show(selection) {
    this.selection = selection;
    this.container.replaceChildren();
    this.grow(CHUNK);
  }

  grow(length) {
    const from = this.container.children.length;
    this.container.append(...this.selection.slice(from, length).map((conflict) => this.item(conflict)));
    this.more.hidden = this.container.children.length >= this.selection.length;
  }

  item(conflict) {
    if (!this.built.has(conflict.id)) this.built.set(conflict.id, itemOf(conflict, this.changed));
    return this.built.get(conflict.id);
  }

  /* Pictures are drawn for the width there is. */
  redraw() {
    for (const figure of this.container.querySelectorAll(".body > figure")) {
      figure.replaceWith(pictureOf(figure.closest(".conflict").conflict));
    }
  }

  current() {
    const item = document.activeElement && document.activeElement.closest(".conflict");
    return item ? [...this.container.children].indexOf(item) : -1;
  }

  focus(at) {
    if (at < 0 || at >= this.selection.length) return;
    this.grow(at + 1 > this.container.children.length ? at + CHUNK : 0);
    const item = this.container.children[at];
    item.querySelector("h3 > button").focus();
    item.scrollIntoView({ block: "nearest" });
  }

  reveal(id) {
    const at = this.selection.findIndex((conflict) => conflict.id === id);
    if (at < 0) return false;
    this.focus(at);
    open(this.container.children[at]);
    this.container.children[at].scrollIntoView({ block: "start" });
    return true;
  }
}
