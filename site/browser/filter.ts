/** Shows the filters, which need this program, and keeps their choice in the address. */
export function addFilters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-filter]")) {
    form.hidden = false;
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      apply(form);
      const chosen = [...valuesOf(form)].map(([name, value]) => [name, value]);
      const query = new URLSearchParams(chosen).toString();
      history.replaceState(undefined, "", `${location.pathname}${query && `?${query}`}`);
    });
    apply(form);
  }
}

/** What is chosen in a form. */
const valuesOf = (form: HTMLFormElement): Map<string, string> =>
  new Map(
    [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const).filter(([, value]) => value),
  );

function apply(form: HTMLFormElement): void {
  const chosen = valuesOf(form);
  const list = document.getElementById(form.dataset.filter ?? "");
  const items = [...(list?.querySelectorAll<HTMLElement>("li[data-operations]") ?? [])];
  for (const item of items) item.hidden = !matches(item, chosen);
  for (const section of list?.querySelectorAll("section") ?? [])
    section.hidden = !section.querySelector("li[data-operations]:not([hidden])");
  const output = form.querySelector("output");
  if (output) output.value = `${items.filter(({ hidden }) => !hidden).length} of ${items.length}`;
}

function matches({ dataset, textContent }: HTMLElement, chosen: Map<string, string>): boolean {
  const { operation, sureness, text = "" } = Object.fromEntries(chosen);
  const words = text.toLowerCase().split(/\s+/);
  return (
    (!operation || (dataset.operations ?? "").split(" ").includes(operation)) &&
    (!sureness || dataset.sureness === sureness) &&
    words.every((word) => textContent?.toLowerCase().includes(word))
  );
}
