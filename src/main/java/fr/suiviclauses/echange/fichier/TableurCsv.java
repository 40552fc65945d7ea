package fr.suiviclauses.echange.fichier;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV: its separator is the one under which the header names most of the known columns. */
final class TableurCsv implements Tableur {

    private static final List<Character> SEPARATEURS = List.of(';', ',', '\t');
    /** A quote that is never closed would otherwise swallow the rest of the file. */
    private static final int TAMPON = 64 * 1024;

    private final Path fichier;
    private final Encodage encodage;
    private final char separateur;

    TableurCsv(Path fichier, Encodage encodage, Set<String> colonnesConnues) throws IOException {
        this.fichier = fichier;
        this.encodage = encodage;
        this.separateur = separator(colonnesConnues);
    }

    @Override
    public void read(Lecteur lecteur) throws IOException {
        read(separateur, lecteur);
    }

    @Override
    public Optional<Character> separateur() {
        return Optional.of(separateur);
    }

    private char separator(Set<String> colonnesConnues) throws IOException {
        char best = ';';
        long score = -1;
        for (char candidat : SEPARATEURS) {
            long reconnues = header(candidat).stream()
                    .map(c -> Espaces.strip(c.apparence()).toLowerCase(Locale.ROOT))
                    .filter(colonnesConnues::contains)
                    .count();
            if (reconnues > score) {
                best = candidat;
                score = reconnues;
            }
        }
        return best;
    }

    private List<Cellule> header(char candidat) throws IOException {
        List<Cellule> entete = new ArrayList<>();
        try {
            read(candidat, (numero, cellules) -> {
                entete.addAll(cellules);
                throw new EnteteLu();
            });
        } catch (EnteteLu | FichierRefuseException assez) {
            return entete;
        }
        return entete;
    }

    private void read(char separateur, Lecteur lecteur) throws IOException {
        Enregistrements lignes = new Enregistrements();
        try (Reader texte = reader();
                CsvReader<List<Cellule>> csv = CsvReader.builder()
                        .fieldSeparator(separateur)
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(TAMPON)
                        .build(lignes, texte)) {
            for (List<Cellule> ligne : csv) {
                if (!ligne.stream().allMatch(Cellule::vide)) lecteur.row(lignes.numero, ligne);
            }
        } catch (CsvParseException malforme) {
            if (malforme.getCause() instanceof FichierRefuseException refus) throw refus;
            throw lignes.refusal();
        }
    }

    private Reader reader() throws IOException {
        InputStream octets = Files.newInputStream(fichier);
        octets.skipNBytes(encodage.marque());
        return new BufferedReader(new InputStreamReader(octets, encodage.decoder()), 1 << 16);
    }

    /** Builds each record's cells, within the limits. */
    private static final class Enregistrements extends CsvCallbackHandler<List<Cellule>> {

        private final List<Cellule> cellules = new ArrayList<>();
        private RecordType type = RecordType.DATA;
        private int numero = 1;

        @Override
        protected RecordType getRecordType() {
            return type;
        }

        @Override
        protected int getFieldCount() {
            return cellules.size();
        }

        @Override
        protected void beginRecord(long ligne) {
            numero = Math.toIntExact(ligne);
            type = RecordType.DATA;
            cellules.clear();
        }

        @Override
        protected void addField(char[] tampon, int debut, int longueur, boolean entreGuillemets) {
            if (longueur > Limites.CARACTERES_PAR_CELLULE)
                throw new FichierRefuseException(Motif.ILLISIBLE, Limites.CELLULE_TROP_LONGUE, numero);
            if (cellules.size() == Limites.COLONNES)
                throw new FichierRefuseException(Motif.ILLISIBLE, Limites.TROP_DE_COLONNES, numero);
            cellules.add(longueur == 0 ? Cellule.Texte.VIDE : new Cellule.Texte(new String(tampon, debut, longueur)));
        }

        @Override
        protected void setComment(char[] tampon, int debut, int longueur) {
            type = RecordType.COMMENT;
        }

        @Override
        protected void setEmpty() {
            type = RecordType.EMPTY;
        }

        @Override
        protected @Nullable List<Cellule> buildRecord() {
            return cellules;
        }

        FichierRefuseException refusal() {
            return new FichierRefuseException(
                    Motif.ILLISIBLE,
                    "Les guillemets d’une cellule sont mal fermés, ou elle dépasse 10\u202f000 caractères.",
                    numero);
        }
    }

    /** Enough was read to know the separator. */
    private static final class EnteteLu extends RuntimeException {
        EnteteLu() {
            super(null, null, false, false);
        }
    }
}
