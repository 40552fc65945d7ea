package fr.suiviclauses.marche;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a marché for its forms. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class MarcheLecture {

    private final JdbcClient jdbc;

    /** A marché as it is entered. */
    record Identite(
            long id,
            long donneurOrdreId,
            String reference,
            @Nullable String objet,
            String type,
            String forme,
            @Nullable LocalDate dateNotification,
            @Nullable LocalDate dateDebut,
            @Nullable LocalDate dateFin,
            @Nullable Long operationId,
            @Nullable Long facilitateurId,
            boolean actif,
            int version) {

        LocalDate commence() {
            if (dateNotification != null) return dateNotification;
            return dateDebut == null ? LocalDate.EPOCH : dateDebut;
        }
    }

    Identite find(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select id, donneur_ordre_id, reference, objet, type, forme, date_notification, date_debut, date_fin,
                               operation_id, facilitateur_id, actif, version
                          from marche where structure_id = :structure and id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Identite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce marché n’existe pas."));
    }

    /** The form on a marché. */
    MarcheForm form(Identite marche, UtilisateurConnecte moi) {
        List<String> reconductions = jdbc.sql("""
                        select date_fin from reconduction
                         where structure_id = :structure and marche_id = :id order by date_fin""")
                .param("structure", moi.structureId())
                .param("id", marche.id)
                .query((ligne, rang) -> DateFrancaise.affiche(ligne.getObject("date_fin", LocalDate.class)))
                .list();
        return new MarcheForm(
                Long.toString(marche.donneurOrdreId),
                marche.reference,
                text(marche.objet),
                marche.type,
                marche.forme,
                date(marche.dateNotification),
                date(marche.dateDebut),
                date(marche.dateFin),
                String.join("\n", reconductions),
                text(marche.operationId),
                text(marche.facilitateurId),
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                Integer.toString(marche.version),
                Conflit.several(reconductions.stream()));
    }

    /** The number that a new lot would bear. */
    String nextNumero(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select coalesce(max(numero::integer) filter (where numero ~ '^[0-9]{1,6}$'), 0) + 1 from lot
                         where structure_id = :structure and marche_id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static String text(@Nullable Object valeur) {
        return valeur == null ? "" : valeur.toString();
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : DateFrancaise.affiche(date);
    }
}
