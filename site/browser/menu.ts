/** On a phone, the menu stands above the text, so it begins closed. */
export function closeMenuOnPhones(): void {
  const menu = document.querySelector<HTMLDetailsElement>("details.menu");
  if (menu && matchMedia("(max-width: 60rem)").matches) menu.open = false;
  const here = menu?.querySelector<HTMLElement>('[aria-current="page"]');
  if (menu?.open && here) menu.scrollTop = here.offsetTop - menu.clientHeight / 2;
}

/** The key "/" leads to the search. */
export function focusSearchOnSlash(): void {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
    if (event.key !== "/" || isTyping) return;
    event.preventDefault();
    document.querySelector<HTMLInputElement>("form[role=search] input")?.focus();
  });
}
