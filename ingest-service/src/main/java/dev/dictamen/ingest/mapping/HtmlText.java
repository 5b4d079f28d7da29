package dev.dictamen.ingest.mapping;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes down what a reader sees of HTML: no tags, each paragraph, item, cell or quotation from a new line on. */
final class HtmlText implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        var seen = new HtmlText();
        Jsoup.parse(html).body().traverse(seen);
        return seen.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode words -> append(words);
            case Element element when element.nameIs("br") -> text.append('\n');
            case Element element -> startLineAt(element);
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            startLineAt(element);
        }
    }

    private void append(TextNode words) {
        if (!words.isBlank() || !isAtLineStart()) {
            text.append(words.getWholeText());
        }
    }

    private void startLineAt(Element element) {
        if (element.isBlock() && !isAtLineStart()) {
            text.append('\n');
        }
    }

    private boolean isAtLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }
}
