package vn.thutuc.catalogue;

/**
 * How a fee is counted by the pages of what is certified, for each copy.
 *
 * @param fromPage first page it is due for, from 1
 * @param toPage last page it is due for; null when there is none
 * @param mostPerCopy the most that one copy costs, all its pages together, in whole đồng; null when
 *     the text sets no limit
 */
public record FeeCount(int fromPage, Integer toPage, Long mostPerCopy) {

  /** How many of so many pages it is due for. */
  long pagesOf(long pages) {
    long last = toPage == null ? pages : Math.min(pages, toPage);
    return Math.max(0, last - fromPage + 1);
  }
}
