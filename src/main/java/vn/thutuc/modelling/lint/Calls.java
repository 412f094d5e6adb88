package vn.thutuc.modelling.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * What a call passes and takes.
 *
 * @param called id of the called process
 * @param ins target to what is passed: a text, {@code null}, or {@code ${variable}}
 * @param outs source in the called process to target in the caller
 */
record Calls(String called, Map<String, String> ins, Map<String, String> outs) {

  static Calls of(FlowNode call) {
    Map<String, String> ins = new LinkedHashMap<>();
    for (Element in : Xml.extensions(call.element(), "in")) {
      String target = in.getAttribute("target");
      if (!target.isBlank()) {
        ins.put(target, passed(in));
      }
    }
    Map<String, String> outs = new LinkedHashMap<>();
    for (Element out : Xml.extensions(call.element(), "out")) {
      if (!out.getAttribute("target").isBlank()) {
        outs.put(out.getAttribute("source"), out.getAttribute("target"));
      }
    }
    return new Calls(call.element().getAttribute("calledElement"), ins, outs);
  }

  private static String passed(Element in) {
    if (!in.getAttribute("source").isBlank()) {
      return "${" + in.getAttribute("source") + "}";
    }
    String body = Words.body(in.getAttribute("sourceExpression")).orElse("");
    if (body.equals("null")) {
      return "null";
    }
    return Words.literal(body).orElse("${" + body + "}");
  }
}
