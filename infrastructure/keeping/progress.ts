/** Is told how far a step is: what it does, and how much of all is done. */
export type Progress = (step: string, done: number, all: number) => void;

/** Is told a sentence for whoever waits: that something goes on, or has to begin anew. */
export type Say = (sentence: string) => void;
