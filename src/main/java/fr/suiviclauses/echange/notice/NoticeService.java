package fr.suiviclauses.echange.notice;

import fr.suiviclauses.echange.format.Colonne;
import fr.suiviclauses.echange.format.ColonneHeures;
import fr.suiviclauses.echange.format.ColonneReprise;
import fr.suiviclauses.echange.format.ColonneSuivi;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts the explanation together from the columns that the import itself reads, so that it can't say otherwise. */
@Service
@RequiredArgsConstructor
class NoticeService {

    private static final List<String> OUI_NON = List.of("OUI", "NON");

    private final JdbcClient jdbc;

    NoticePage page() {
        List<String> groupes = jdbc.sql("select libelle from groupe_famille order by ordre")
                .query(String.class)
                .list();
        return new NoticePage(
                NoticeReprise.PARTIES.stream()
                        .map(partie -> new NoticePage.Partie(
                                partie.premiere().nom().replace('_', '-'),
                                partie.titre(),
                                partie.cle(),
                                partie.colonnes().stream()
                                        .map(colonne ->
                                                column(colonne, NoticeReprise.of(colonne), values(colonne, groupes)))
                                        .toList()))
                        .toList(),
                Stream.of(ColonneHeures.values())
                        .map(colonne -> column(colonne, NoticeHeures.of(colonne), List.of()))
                        .toList(),
                Stream.of(ColonneSuivi.values())
                        .map(colonne -> column(colonne, NoticeSuivi.of(colonne), List.of()))
                        .toList());
    }

    /** Accepted values that are no nomenclature's codes. */
    private static List<String> values(ColonneReprise colonne, List<String> groupes) {
        return switch (colonne) {
            case GROUPE_FAMILLE -> groupes;
            case CHARTE_SBA, METROPOLE -> OUI_NON;
            default -> List.of();
        };
    }

    private static NoticePage.Colonne column(Colonne colonne, Description description, List<String> valeurs) {
        return new NoticePage.Colonne(
                colonne.nom().toLowerCase(Locale.ROOT),
                Modele.presence(colonne),
                colonne.presence() != Colonne.Presence.FACULTATIVE,
                description.contenu(),
                description.exemple(),
                colonne.codes(),
                valeurs);
    }
}
