const faults = [
  [(text) => text === "", "Write a description, or remove the empty one"],
  [(text) => /^\p{Ll}/u.test(text), "Begin the description with a capital letter"],
  [(text) => !/[.!?…]["')\]*_`]*$/.test(text) && !endsInBlock(text), "End the description with a period"],
  [(text) => /\S {2,}\S/.test(text.replace(/```[\s\S]*?```|^\|.*$/gm, "")), "Put one space, not two, between words"],
];

/** Whether the last line is one of a list, a table, a code block, or HTML. */
const endsInBlock = (text) => /(^|\n)[ \t]*([-*+] |\d+[.)] )[^\n]*$|\|$|```$|>$/.test(text);

// "The key set ID." says no more than keySetId.
const bare = (text) =>
  text
    .toLowerCase()
    .replace(/^(the|an?) /, "")
    .replace(/[^a-z0-9]/g, "");

/** Reports a description that isn't a sentence, or that only repeats the name of what it describes. */
export default function sentence(description, _options, { path }) {
  if (typeof description !== "string") return []; // a property named description
  const text = description.trim();
  const fault = faults.find(([is]) => is(text))?.[1];
  if (fault) return [{ message: `${fault}: "${excerpt(text)}"` }];
  const name = path.at(-2);
  if (typeof name === "string" && bare(text) === bare(name))
    return [{ message: `Write what ${name} is for: "${excerpt(text)}" only repeats its name.` }];
  return [];
}

const excerpt = (text) => (text.length <= 60 ? text : `${text.slice(0, 28)} … ${text.slice(-28)}`);
