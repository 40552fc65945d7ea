package fr.suiviclauses.echange.fichier;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook's XML element by element, without DTD nor entities, and within bounds: depth, length of markup and of
 * a text, and how many names that no workbook has, since a parser remembers each.
 */
final class LecteurXml implements Closeable {

    private static final int PROFONDEUR_MAX = 64;
    private static final int NOMS_INCONNUS_MAX = 200_000;
    private static final Set<String> NOMS_CONNUS = Set.of(
            "row",
            "c",
            "v",
            "f",
            "is",
            "t",
            "r",
            "s",
            "si",
            "rPr",
            "spans",
            "ht",
            "customHeight",
            "dyDescent",
            "hidden",
            "customFormat",
            "outlineLevel",
            "collapsed",
            "thickTop",
            "thickBot",
            "cm",
            "vm",
            "ph",
            "space",
            "ref",
            "b",
            "i",
            "sz",
            "val",
            "color",
            "theme",
            "rFont",
            "family",
            "scheme",
            "charset",
            "rgb");

    private final InputStream source;
    private final XMLStreamReader xml;
    private int profondeur;
    private int nomsInconnus;

    LecteurXml(InputStream source) throws IOException {
        this.source = source;
        // A factory of its own: names are remembered by the factory.
        XMLInputFactory fabrique = new InputFactoryImpl();
        fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        fabrique.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            this.xml = fabrique.createXMLStreamReader(new XmlMesure(source));
        } catch (XMLStreamException malforme) {
            source.close();
            throw ArchiveXlsx.damaged();
        }
    }

    /** Goes to the next beginning or end of an element; false at the end of the document. */
    boolean next() throws IOException {
        try {
            while (xml.hasNext()) {
                int evenement = xml.next();
                if (evenement == XMLStreamConstants.START_ELEMENT) {
                    if (++profondeur > PROFONDEUR_MAX) throw ArchiveXlsx.damaged();
                    bound();
                    return true;
                }
                if (evenement == XMLStreamConstants.END_ELEMENT) {
                    profondeur--;
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException malforme) {
            throw failure(malforme);
        }
    }

    boolean starts(String nom) {
        return xml.isStartElement() && xml.getLocalName().equals(nom);
    }

    boolean ends(String nom) {
        return xml.isEndElement() && xml.getLocalName().equals(nom);
    }

    /** An attribute of the element that begins, whatever its namespace. */
    @Nullable
    String attribute(String nom) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(nom)) return xml.getAttributeValue(i);
        }
        return null;
    }

    /** Adds the text of the element that has just begun, to its end. */
    void textInto(StringBuilder texte) throws IOException {
        try {
            int ouverts = 1;
            while (ouverts > 0 && xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        bound();
                        if (++ouverts > PROFONDEUR_MAX) throw ArchiveXlsx.damaged();
                    }
                    case XMLStreamConstants.END_ELEMENT -> ouverts--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        texte.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        // Seven characters may stand for one: _x000D_.
                        if (texte.length() > 7 * Limites.CARACTERES_PAR_CELLULE)
                            throw new FichierRefuseException(Motif.ILLISIBLE, Limites.CELLULE_TROP_LONGUE);
                    }
                    default -> {
                        // comments and instructions say nothing
                    }
                }
            }
            profondeur--;
        } catch (XMLStreamException malforme) {
            throw failure(malforme);
        }
    }

    private void bound() {
        if (!NOMS_CONNUS.contains(xml.getLocalName())) nomsInconnus++;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (!NOMS_CONNUS.contains(xml.getAttributeLocalName(i))) nomsInconnus++;
        }
        if (nomsInconnus > NOMS_INCONNUS_MAX) throw ArchiveXlsx.damaged();
    }

    /** What the source refused is not the document's fault. */
    private static RuntimeException failure(XMLStreamException malforme) throws IOException {
        Throwable cause = malforme.getNestedException();
        if (cause instanceof java.util.zip.ZipException || cause instanceof java.io.EOFException)
            return ArchiveXlsx.damaged();
        if (cause instanceof IOException lecture) throw lecture;
        return ArchiveXlsx.damaged();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException ignored) {
            // the source is closed below
        } finally {
            source.close();
        }
    }
}
