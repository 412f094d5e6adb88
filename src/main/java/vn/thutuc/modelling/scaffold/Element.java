package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thutuc.modelling.layout.Kind;
import vn.thutuc.modelling.layout.Part;

/** An element of the model under construction. */
final class Element {

  /** Parameter of a call: a source variable or an expression, and the target. */
  record In(String source, String expression, String target) {}

  private final String tag;
  private final String id;
  private final String name;
  private final Kind kind;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> outputs = new LinkedHashMap<>();
  private final List<In> ins = new ArrayList<>();
  private final List<String> outs = new ArrayList<>();
  private final List<String> incoming = new ArrayList<>();
  private final List<String> outgoing = new ArrayList<>();
  private String documentation;
  private String defaultFlow;
  private String definition;
  private boolean isAsync;
  private Region content;
  private String stage;
  private String phase;
  private String inner;
  private int weight;

  Element(String tag, String id, String name, Kind kind) {
    this.tag = tag;
    this.id = id;
    this.name = name;
    this.kind = kind;
  }

  Part.Node node() {
    return new Part.Node(id, kind, name);
  }

  String tag() {
    return tag;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  boolean is(String otherTag) {
    return tag.equals(otherTag);
  }

  Map<String, String> attributes() {
    return attributes;
  }

  Map<String, String> properties() {
    return properties;
  }

  Map<String, String> outputs() {
    return outputs;
  }

  List<In> ins() {
    return ins;
  }

  List<String> outs() {
    return outs;
  }

  List<String> incoming() {
    return incoming;
  }

  List<String> outgoing() {
    return outgoing;
  }

  String documentation() {
    return documentation;
  }

  String defaultFlow() {
    return defaultFlow;
  }

  String definition() {
    return definition;
  }

  boolean isAsync() {
    return isAsync;
  }

  Region content() {
    return content;
  }

  /** Id of the stage it is made from; null for the frame. */
  String stage() {
    return stage;
  }

  String phase() {
    return phase;
  }

  int weight() {
    return weight;
  }

  Element with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Element property(String key, String value) {
    properties.put(key, value);
    return this;
  }

  Element sets(String variable, String value) {
    outputs.put(variable, value);
    return this;
  }

  Element in(String expression, String target) {
    ins.add(new In(null, "${" + expression + "}", target));
    return this;
  }

  Element pass(String variable) {
    ins.add(new In(variable, null, variable));
    return this;
  }

  Element out(String variable) {
    outs.add(variable);
    return this;
  }

  Element documented(String text) {
    documentation = text;
    return this;
  }

  Element async() {
    isAsync = true;
    return this;
  }

  /** Its event definition, as XML. */
  Element defined(String xml) {
    definition = xml;
    return this;
  }

  Element holding(Region inside) {
    content = inside;
    return this;
  }

  /** What it takes of a phase, compared with the other steps of the phase. */
  Element takes(String ofPhase, int itsWeight) {
    phase = ofPhase;
    weight = itsWeight;
    return this;
  }

  /** A group with a phase of its own takes as much of the phase around it as its steps weigh. */
  Element groups(String around, String ownPhase) {
    phase = around;
    inner = ownPhase;
    return this;
  }

  /** The phase its steps count on, when it is a group with one of its own; null otherwise. */
  String inner() {
    return inner;
  }

  void stage(String id) {
    stage = id;
  }

  void otherwise(String flow) {
    defaultFlow = flow;
  }
}
