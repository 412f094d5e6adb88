package vn.thutuc.document;

import java.util.UUID;

/**
 * A content that was stored, typed and scanned, and is not yet anybody's.
 *
 * @param name name, made harmless
 * @param type what it is by content
 * @param size bytes
 * @param sha256 hash of the content, hexadecimal
 * @param content where its bytes lie
 * @param scan what the virus scanner said
 */
record NewFile(
    String name,
    FileType type,
    long size,
    String sha256,
    UUID content,
    VirusScanner.Verdict scan) {}
