package dev.dictamen.ingest.files;

import dev.dictamen.ingest.mapping.Conditions;
import dev.dictamen.ingest.records.FileForm;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a file mean.
 *
 * @param form how such a file may be written
 * @param zone zone of times that are written without one; null where such times cannot be read
 * @param times forms of times, as {@code dd/MM/yyyy HH:mm}, that are tried before the usual ones
 * @param charset null for UTF-8
 * @param delimiter what stands between the columns of CSV; null where the header line shows it
 * @param agents WhatsApp's names of those who answer
 * @param recognise what holds for a record of such a file: any of these
 * @param records paths of the arrays that hold the records; empty: the usual ones
 * @param messages null in the form {@link FileForm#DICTAMEN}
 */
record FileMapping(
        String name,
        List<FileForm> form,
        @Nullable ZoneId zone,
        List<String> times,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        List<String> agents,
        List<Conditions> recognise,
        List<String> records,
        FileChat chat,
        @Nullable FileMessages messages) {
    FileMapping {
        if (name == null) {
            throw new IllegalArgumentException("the key name is missing");
        }
        form = form == null ? List.of(FileForm.JSON) : List.copyOf(form);
        times = times == null ? List.of() : List.copyOf(times);
        agents = agents == null ? List.of() : List.copyOf(agents);
        recognise = recognise == null ? List.of() : List.copyOf(recognise);
        records = records == null ? List.of() : List.copyOf(records);
        chat = chat == null ? FileChat.EMPTY : chat;
        if (messages == null && !form.contains(FileForm.DICTAMEN)) {
            throw new IllegalArgumentException("the key messages is missing");
        }
        if (messages != null && messages.at().isEmpty() && messages.chat() == null && !chat.numbered()) {
            throw new IllegalArgumentException(
                    "messages needs the key at, where a chat's record holds its messages, or chat, the id of the chat in each message");
        }
    }

    boolean isIn(FileForm wanted) {
        return form.contains(wanted);
    }

    /** Whether each message is a record of its own. */
    boolean isGrouped() {
        return messages != null && messages.at().isEmpty();
    }

    /** The same mapping with what was said beside it, where something was. */
    FileMapping with(
            @Nullable ZoneId otherZone,
            List<String> otherTimes,
            @Nullable Charset otherCharset,
            List<String> otherAgents) {
        return new FileMapping(
                name,
                form,
                otherZone == null ? zone : otherZone,
                otherTimes.isEmpty() ? times : otherTimes,
                otherCharset == null ? charset : otherCharset,
                delimiter,
                otherAgents.isEmpty() ? agents : otherAgents,
                recognise,
                records,
                chat,
                messages);
    }
}
