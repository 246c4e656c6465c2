/** A password as it is stored: sealed. Nothing but the text of the column. */
export class SealedText {
  constructor(readonly text: string) {}

  toJSON() {
    return '[sealed]'
  }
}
