package fr.suiviclauses.contrat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a contract is made of and is looked for by typing: each answer bears its number, so that it names one thing. */
enum Choix {
    PERSONNES(
            "personnes",
            "une personne",
            """
            select b.id, coalesce(b.nom || ' ' || b.prenom || ', ' || to_char(b.naissance, 'DD/MM/YYYY'), 'Personne anonymisée') as libelle, b.nom_normalise as cle
              from beneficiaire b
             where b.structure_id = :structure and b.fusionne_dans is null""",
            "b.anonymise_le is null and b.actif",
            "b.id",
            List.of(
                    "select id from beneficiaire where structure_id = :structure and recherche like :mot",
                    "select id from beneficiaire where structure_id = :structure and to_char(naissance, 'DD/MM/YYYY') like :mot")),
    ENTREPRISES(
            "entreprises",
            "une entreprise",
            """
            select e.id, e.nom || coalesce(', ' || e.siren, '') as libelle, e.nom_normalise as cle
              from entreprise e where e.structure_id = :structure and e.fusionne_dans is null""",
            "e.actif",
            "e.id",
            List.of("select id from entreprise where structure_id = :structure and recherche like :mot")),
    LOTS(
            "lots",
            "un lot",
            """
            select l.id, m.reference || ', lot ' || l.numero || ', ' || d.nom as libelle, m.recherche as cle
              from lot l
              join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
              join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
             where l.structure_id = :structure""",
            "m.actif",
            "l.id",
            List.of(
                    """
                    select l.id from marche m join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                     where m.structure_id = :structure and m.recherche like :mot""",
                    """
                    select l.id from donneur_ordre d
                      join marche m on m.structure_id = d.structure_id and m.donneur_ordre_id = d.id
                      join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                     where d.structure_id = :structure and d.recherche like :mot""",
                    "select id from lot where structure_id = :structure and recherche like :mot",
                    "select id from lot where structure_id = :structure and 'LOT' like :mot",
                    "select id from lot where structure_id = :structure and texte_normalise(numero) like :mot"));

    private final String code;
    private final String nom;
    private final String sql;
    private final String proposable;
    private final String id;
    private final String recherches;

    Choix(String code, String nom, String sql, String proposable, String id, List<String> recherches) {
        this.code = code;
        this.nom = nom;
        this.sql = sql;
        this.proposable = proposable;
        this.id = id;
        this.recherches = String.join(" union all ", recherches);
    }

    /** "une personne", for sentences. */
    String nom() {
        return nom;
    }

    String sql() {
        return sql;
    }

    /** What a new contract may still be given: a contract that has another keeps it. */
    String proposable() {
        return proposable;
    }

    String id() {
        return id;
    }

    List<String> recherches() {
        return List.of(recherches);
    }

    static Optional<Choix> find(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
