package dev.dictamen.stack.file;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file is by its first bytes, where that is not text to be read as it stands. */
enum FileKind {
    GZIP("1f8b", ""),
    UTF8_WITH_MARK("efbbbf", ""),
    UTF16_LITTLE("fffe", "UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8 FILE > FILE.utf8.jsonl"),
    UTF16_BIG("feff", "UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8 FILE > FILE.utf8.jsonl"),
    ZIP("504b0304", "a ZIP archive; unpack it and name the .jsonl file inside"),
    EMPTY_ZIP("504b0506", "an empty ZIP archive"),
    ZSTANDARD("28b52ffd", "compressed with zstd; unpack it first (plain and gzip files are read)"),
    XZ("fd377a585a00", "compressed with xz; unpack it first (plain and gzip files are read)"),
    BZIP2("425a68", "compressed with bzip2; unpack it first (plain and gzip files are read)"),
    SEVEN_ZIP("377abcaf271c", "a 7z archive; unpack it and name the .jsonl file inside"),
    PDF("25504446", "a PDF document, not JSON lines"),
    SQLITE("53514c69746520666f726d6174", "a SQLite database, not JSON lines");

    private static final String BINARY = "not text: there are zero bytes in it";

    private final String magic;
    private final String refusal;

    FileKind(String magic, String refusal) {
        this.magic = magic;
        this.refusal = refusal;
    }

    /** @param start the file's first bytes */
    static Optional<FileKind> of(byte[] start) {
        return Arrays.stream(values()).filter(kind -> kind.begins(start)).findFirst();
    }

    /** Why a file that begins like this cannot be JSON lines, if it cannot. */
    static Optional<String> refusal(byte[] start) {
        var named = of(start).map(kind -> kind.refusal).filter(text -> !text.isEmpty());
        return named.isPresent() || !hasZero(start) ? named : Optional.of(BINARY);
    }

    int length() {
        return magic.length() / 2;
    }

    private boolean begins(byte[] start) {
        return start.length >= length()
                && HexFormat.of().formatHex(start, 0, length()).equals(magic);
    }

    private static boolean hasZero(byte[] start) {
        for (byte next : start) {
            if (next == 0) {
                return true;
            }
        }
        return false;
    }
}
