/** What a reader has to know about a page: important if a fact may be missing or wrong, otherwise harmless. */
export interface Note {
  line: number;
  grade: "important" | "harmless";
  text: string;
}

/** What keeps a page from being read. */
export interface Problem {
  line: number;
  text: string;
}

/** Collects the notes and problems of one page. The notes name what they are about, as facts hold no lines. */
export class NoteBook {
  readonly #notes = new Map<string, Note>();
  readonly #problems = new Map<string, Problem>();

  important(line: number, text: string): void {
    this.#add({ line, grade: "important", text });
  }

  harmless(line: number, text: string): void {
    this.#add({ line, grade: "harmless", text });
  }

  problem(line: number, text: string): void {
    this.#problems.set(`${line} ${text}`, { line, text });
  }

  notes(): Note[] {
    return inOrder([...this.#notes.values()]);
  }

  problems(): Problem[] {
    return inOrder([...this.#problems.values()]);
  }

  #add(note: Note): void {
    this.#notes.set(`${note.line} ${note.text}`, note);
  }
}

function inOrder<T extends { line: number }>(found: T[]): T[] {
  return found.sort((a, b) => a.line - b.line);
}
