/** Something to mend: where, what is said there, what it is held against, and how to mend it. */
export interface Problem {
  where: string;
  says: string;
  contract?: string;
  mend: string;
}
