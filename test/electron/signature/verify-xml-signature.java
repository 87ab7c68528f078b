import java.io.File;
import java.io.FileInputStream;
import java.security.cert.CertificateFactory;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Java's own XMLDSig (Apache Santuario) as a second judge: certificate, then files; a line "valid" or "invalid" for each. */
public class VerifyXmlSignature {
  public static void main(String[] arguments) throws Exception {
    var key = CertificateFactory.getInstance("X.509")
        .generateCertificate(new FileInputStream(arguments[0])).getPublicKey();
    for (int i = 1; i < arguments.length; i++) {
      var builders = DocumentBuilderFactory.newInstance();
      builders.setNamespaceAware(true);
      Document document = builders.newDocumentBuilder().parse(new File(arguments[i]));
      var signature = document.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature").item(0);
      var context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
      var properties = document.getElementsByTagNameNS("http://uri.etsi.org/01903/v1.3.2#", "SignedProperties");
      if (properties.getLength() == 1) context.setIdAttributeNS((Element) properties.item(0), null, "Id");
      boolean valid = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context).validate(context);
      System.out.println(valid ? "valid" : "invalid");
    }
  }
}
