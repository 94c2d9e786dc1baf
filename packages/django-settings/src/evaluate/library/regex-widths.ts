/** Which parts of a regular expression may match nothing, told while it is read from left to right. */

/** The least width of what was read so far. */
export class Widths {
  /** The open groups, outermost first: the width of the alternative under way, the least of those before, and what it counts for. */
  private readonly groups = [{ sum: 0, least: Number.POSITIVE_INFINITY, counts: true }];
  /** The least width of the piece just read. */
  last = 0;

  /** One piece that no group is. */
  piece(width: number): void {
    this.last = width;
    this.innermost().sum += width;
  }

  /** A group begins; what only looks around has no width. */
  open(counts: boolean): void {
    this.groups.push({ sum: 0, least: Number.POSITIVE_INFINITY, counts });
  }

  close(): void {
    const group = this.groups.length > 1 ? this.groups.pop() : undefined;
    if (group) this.piece(group.counts ? Math.min(group.least, group.sum) : 0);
  }

  alternative(): void {
    const group = this.innermost();
    group.least = Math.min(group.least, group.sum);
    group.sum = 0;
    this.last = 0;
  }

  /** The piece just read comes so many times at least. */
  repeat(times: number): void {
    this.innermost().sum += this.last * (times - 1);
    this.last *= times;
  }

  private innermost() {
    return this.groups[this.groups.length - 1] ?? { sum: 0, least: 0, counts: true };
  }
}
