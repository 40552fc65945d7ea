package fr.suiviclauses.contrat;

import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.liste.Mots;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds a person, a company, a lot by a few letters: for suggestions, and for what a form without script sends. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ChoixLecture {

    private static final int AU_PLUS = 12;
    private static final Pattern NUMERO = Pattern.compile(".*n°\\s?([0-9]{1,18})");

    private final JdbcClient jdbc;

    /** One answer. */
    record Trouve(long id, String libelle) {

        /** What the field then holds: the name, and the number that makes it one. */
        public String texte() {
            return libelle + ", n°\u00a0" + id;
        }
    }

    /** The first that the words find. */
    List<Trouve> search(Choix choix, String q, UtilisateurConnecte moi) {
        Mots mots = Mots.of(q);
        return jdbc.sql(choix.sql() + " and " + choix.proposable() + mots.conditions(choix.id(), choix.recherches())
                        + " order by cle, libelle, id limit " + AU_PLUS)
                .param("structure", moi.structureId())
                .params(mots.parametres())
                .query((ligne, rang) -> new Trouve(ligne.getLong("id"), ligne.getString("libelle")))
                .list();
    }

    /** The one of that id, in the structure, as long as a new contract may be given it. */
    Optional<Trouve> byId(Choix choix, long id, UtilisateurConnecte moi) {
        return byId(choix, id, Set.of(), moi);
    }

    /**
     * The one of that id, in the structure.
     *
     * @param tenus ids that the contract has already: it keeps them, even deactivated since
     */
    Optional<Trouve> byId(Choix choix, long id, Set<Long> tenus, UtilisateurConnecte moi) {
        return jdbc.sql(choix.sql() + " and " + choix.id() + " = :id"
                        + (tenus.contains(id) ? "" : " and " + choix.proposable()))
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new Trouve(ligne.getLong("id"), ligne.getString("libelle")))
                .optional();
    }

    /**
     * The one thing that was typed: by its number, or because the words find nothing else.
     *
     * @param tenus ids that the contract has already
     * @throws SaisieRefuseeException where they find none, or several, or where name and number are of two things
     */
    Trouve resolve(Choix choix, String saisie, Set<Long> tenus, UtilisateurConnecte moi) {
        Matcher numero = NUMERO.matcher(saisie);
        if (numero.matches()) {
            Trouve trouve = byId(choix, Long.parseLong(numero.group(1)), tenus, moi)
                    .orElseThrow(() -> new SaisieRefuseeException("Choisissez " + choix.nom() + " qui existe."));
            // A name typed over a suggestion leaves the number of the one before: whom is it about?
            if (!Espaces.collapse(trouve.texte()).equals(Espaces.collapse(saisie)))
                throw new SaisieRefuseeException("Ce numéro est celui de «\u00a0" + trouve.libelle
                        + "\u00a0»\u00a0: choisissez de nouveau dans la liste.");
            return trouve;
        }
        List<Trouve> trouves = search(choix, saisie, moi);
        if (trouves.isEmpty())
            throw new SaisieRefuseeException("Rien ne correspond\u00a0: choisissez " + choix.nom() + " qui existe.");
        if (trouves.size() > 1)
            throw new SaisieRefuseeException("Plusieurs correspondent\u00a0: "
                    + trouves.stream().limit(5).map(Trouve::texte).collect(Collectors.joining("\u00a0; "))
                    + (trouves.size() > 5 ? "…" : ".") + " Choisissez dans la liste.");
        return trouves.get(0);
    }
}
