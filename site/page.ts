const titles: Record<string, string> = {
  "index.html": "Getting started",
  "rotate-a-signing-key.html": "Rotate a key",
  "reference.html": "Reference",
  "conflicts.html": "Conflicts",
  "error-codes.html": "Error codes",
};

/** A page of the site, with the header that all pages share. */
export const page = (name: string, main: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titles[name]} · trustframework-keysets</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
</head>
<body class="${name === "reference.html" ? "reference" : "prose"}">
<header>
<strong>trustframework-keysets</strong>
<nav aria-label="Pages">
${Object.entries(titles)
  .map(([file, title]) => `<a href="${file}"${file === name ? ' aria-current="page"' : ""}>${title}</a>`)
  .join("\n")}
</nav>
</header>
<main>
${main}
</main>
</body>
</html>
`;
