const stored = "tab";

/** Makes tabs of the samples that otherwise stand one below the other. The choice holds for all pages. */
export function addTabs(): void {
  const groups = [...document.querySelectorAll<HTMLElement>(".tabs")];
  for (const group of groups) {
    const list = document.createElement("div");
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", "Language");
    list.append(
      ...[...group.querySelectorAll("section")].map((section, i) => tabOf(section, `${groups.indexOf(group)}-${i}`)),
    );
    list.addEventListener("keydown", (event) => moveFocus(event, list));
    group.prepend(list);
  }
  choose(localStorage.getItem(stored) ?? "curl");
}

function tabOf(section: HTMLElement, id: string): HTMLButtonElement {
  const tab = document.createElement("button");
  const name = section.dataset.tab ?? "";
  tab.type = "button";
  tab.id = `tab-${id}`;
  tab.textContent = section.querySelector("h3")?.textContent ?? name;
  tab.dataset.tab = name;
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", `panel-${id}`);
  section.id = `panel-${id}`;
  section.setAttribute("role", "tabpanel");
  section.setAttribute("aria-labelledby", tab.id);
  section.querySelector("h3")?.remove();
  tab.addEventListener("click", () => {
    localStorage.setItem(stored, name);
    choose(name);
  });
  return tab;
}

function choose(name: string): void {
  for (const tab of document.querySelectorAll<HTMLElement>("[role=tab]")) {
    const isChosen = tab.dataset.tab === name;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
  }
  for (const panel of document.querySelectorAll<HTMLElement>("[role=tabpanel]"))
    panel.hidden = panel.dataset.tab !== name;
}

function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const next = tabs.at((tabs.indexOf(document.activeElement as HTMLElement) + step) % tabs.length);
  next?.focus();
  next?.click();
}
