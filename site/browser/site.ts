import { addCopyButtons } from "./copy.ts";
import { addFilters } from "./filter.ts";
import { closeMenuOnPhones, focusSearchOnSlash } from "./menu.ts";
import { addTabs } from "./tabs.ts";
import { noteOldVersion } from "./version.ts";

addTabs();
addCopyButtons();
addFilters();
closeMenuOnPhones();
focusSearchOnSlash();
void noteOldVersion();
