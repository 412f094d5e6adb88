package vn.thutuc.process.deployment;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.ParseHandler;
import org.xml.sax.SAXException;

/**
 * Reads models for a thousand procedures: checks them against the schema of BPMN 2.0 as the engine
 * does, but compiles that schema once and not for every model, and lets the XML go when the model
 * is read. The engine keeps it with every activity of a cached definition, several times the size
 * of the definition itself.
 */
public final class LeanBpmnParse extends BpmnParse {

  private LeanBpmnParse(BpmnParser parser) {
    super(parser);
  }

  /** Makes the engine read models this way. */
  public static BpmnParseFactory factory() {
    return LeanBpmnParse::new;
  }

  @Override
  public BpmnParse execute() {
    try {
      read();
      parseRootElement();
    } catch (BpmnParseException e) {
      addError(e);
    } finally {
      if (hasWarnings()) {
        logWarnings();
      }
    }
    if (hasErrors()) {
      throwExceptionForErrors();
    }
    rootElement = null;
    streamSource = null;
    deployment = null;
    return this;
  }

  private void read() {
    try {
      // As in the engine's own reading, findings of the schema are collected by the handler.
      Factories.parser().parse(streamSource.getInputStream(), new ParseHandler(this));
    } catch (Exception e) {
      throw Parse.LOG.parsingFailureException(name, e);
    }
  }

  /** Made at the first model. */
  private static final class Factories {

    private static final SAXParserFactory SAX = sax();

    /** The factory is not made for several threads, its parsers are for one each. */
    private static SAXParser parser() throws SAXException, ParserConfigurationException {
      synchronized (SAX) {
        return SAX.newSAXParser();
      }
    }

    private static SAXParserFactory sax() {
      try {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setSchema(schema());
        factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory;
      } catch (SAXException | ParserConfigurationException e) {
        throw new IllegalStateException("The schema of BPMN 2.0 cannot be read", e);
      }
    }

    private static Schema schema() throws SAXException {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
      return factory.newSchema(
          BpmnParser.class.getClassLoader().getResource(BpmnParser.BPMN_20_SCHEMA_LOCATION));
    }
  }
}
