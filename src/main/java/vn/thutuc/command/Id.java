package vn.thutuc.command;

/**
 * What a line is called; it goes back as it came.
 *
 * @param text a number's digits as they were written, or the content of a string
 * @param isNumber whether it is written without quotes
 */
record Id(String text, boolean isNumber) {}
