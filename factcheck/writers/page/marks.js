/* Marks a reviewer makes, kept while the page is open (and by the browser, if it does), saved as a waiver file. */

const MARKS = [
  ["real-conflict", "Right: same fact, real conflict"],
  ["not-same-fact", "Wrong: not the same fact"],
  ["accepted", "Accepted: known, stays as it is"],
];
const MARKS_KEY = `factcheck-marks:${location.pathname}`;
const marks = new Map(Object.entries(recall(MARKS_KEY) || {}));

function markOf(conflict) {
  return (marks.get(conflict.id) || {}).mark;
}

function setMark(conflict, change) {
  const mark = { mark: "", reason: "", expires: "", ...marks.get(conflict.id), ...change };
  if (mark.mark || mark.reason || mark.expires) marks.set(conflict.id, mark);
  else marks.delete(conflict.id);
  remember(MARKS_KEY, Object.fromEntries(marks));
}

/* A YAML double-quoted scalar of printable characters only. */
function yamlString(text) {
  const escape = (char) => {
    const code = char.codePointAt(0);
    const plain = (code >= 0x20 && code < 0x7f && char !== '"' && char !== "\\") || (code >= 0xa0 && code < 0x2000 && code !== 0x61c)
      || (code > 0x206f && code < 0xd800) || (code > 0xe000 && code < 0xfe00);
    if (plain) return char;
    if (char === '"' || char === "\\") return `\\${char}`;
    const hex = code.toString(16);
    return code < 0x100 ? `\\x${hex.padStart(2, "0")}` : code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
  };
  return `"${[...text].map(escape).join("")}"`;
}

/* The same file that ``factcheck accept`` writes; a note without a mark is kept as the mark "note". */
function waiverFile(conflicts) {
  const lines = ["# Marks of a reviewer; factcheck reads not-same-fact and accepted as waivers.", "waivers:"];
  for (const conflict of conflicts) {
    const mark = marks.get(conflict.id);
    if (!mark) continue;
    for (const path of conflict.paths) {
      lines.push(`  - id: ${yamlString(conflict.id)}`, `    path: ${yamlString(path)}`, `    mark: ${mark.mark || "note"}`);
      lines.push(`    reason: ${yamlString(mark.reason)}`);
      if (mark.expires) lines.push(`    expires: ${mark.expires}`);
    }
  }
  if (lines.length === 2) lines[1] = "waivers: []";
  return lines.join("\n") + "\n";
}

function saveMarks(conflicts) {
  const link = make("a", { download: "factcheck-waivers.yaml", href: URL.createObjectURL(new Blob([waiverFile(conflicts)], { type: "text/yaml" })) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function markForm(conflict, changed) {
  const mark = marks.get(conflict.id) || { mark: "", reason: "", expires: "" };
  const name = `mark-${conflict.id}`;
  const update = (change) => { setMark(conflict, change); changed(); };
  const choice = ([value, label]) => make("label", {},
    make("input", { type: "radio", name, value, checked: mark.mark === value, onchange: () => update({ mark: value }) }), label);
  const clear = make("button", { type: "button", onclick: () => {
    for (const radio of form.querySelectorAll("input[type=radio]")) radio.checked = false;
    update({ mark: "" });
  } }, "Clear");
  const reason = make("input", { type: "text", value: mark.reason, oninput: (event) => update({ reason: event.target.value }) });
  const expires = make("input", { type: "date", value: mark.expires, onchange: (event) => update({ expires: event.target.value }) });
  const form = make("fieldset", { class: "marks no-print" }, make("legend", {}, "Your mark"),
    make("div", { class: "choices" }, MARKS.map(choice), clear),
    make("div", { class: "note" }, make("label", {}, "Reason or note", reason), make("label", {}, "Expires (optional)", expires)));
  return form;
}
