package fr.suiviclauses.beneficiaire;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds people who may be the one being entered: born the same day, or with day and month swapped, under a name that is
 * alike; or of nearly the same name, with a birth that differs by its day, its month or its year alone. SQL, for the
 * likeness of names is the database's; the birth and the trigrams of the name are indexed.
 */
@Component
@RequiredArgsConstructor
public class RessemblancesLecture {

    /** A word of the names is the same, in whatever order, or the whole is alike: a married name, a typing slip. */
    private static final String NOM_PROCHE = """
            (string_to_array(b.nom_normalise || ' ' || b.prenom_normalise, ' ') && string_to_array(n.complet, ' ')
             or similarity(b.nom_normalise || ' ' || b.prenom_normalise, n.complet) >= 0.45)""";

    private static final String NOM_SEMBLABLE =
            "similarity(b.nom_normalise || ' ' || b.prenom_normalise, n.complet) >= 0.6";

    /** Two of day, month and year are the same. */
    private static final String NAISSANCE_PROCHE = """
            (extract(day from b.naissance) = extract(day from n.naissance))::integer
            + (extract(month from b.naissance) = extract(month from n.naissance))::integer
            + (extract(year from b.naissance) = extract(year from n.naissance))::integer >= 2""";

    static final String CANDIDATS = """
            with n as (
                select x.*, nom || ' ' || prenom as complet,
                       case when extract(day from naissance) <= 12
                            then make_date(extract(year from naissance)::integer, extract(day from naissance)::integer, extract(month from naissance)::integer)
                       end as inversee
                  from (select texte_normalise(:nom) as nom, texte_normalise(:prenom) as prenom, :naissance::date as naissance) x),
            candidat as (
                select b.id, n.* from n join beneficiaire b
                    on b.structure_id = :structure and b.naissance in (n.naissance, n.inversee) and %s
                union
                select b.id, n.* from n join beneficiaire b
                    on b.structure_id = :structure and b.recherche %% n.complet and %s and %s)
            """.formatted(NOM_PROCHE, NOM_SEMBLABLE, NAISSANCE_PROCHE);

    private final JdbcClient jdbc;

    /**
     * Looks for them, the likeliest first; at most eight.
     *
     * @param sauf a record that is not its own twin; 0 for a new one
     */
    public List<Jumeau> find(long structureId, String nom, String prenom, LocalDate naissance, long sauf) {
        return jdbc.sql(CANDIDATS + """
                        select distinct on (exact, ressemblance, id) g.id, b.nom, b.prenom, b.naissance, b.reference, g.actif, exact
                          from candidat c
                          join beneficiaire b on b.structure_id = :structure and b.id = c.id and b.anonymise_le is null
                          join beneficiaire g on g.structure_id = b.structure_id and g.id = coalesce(b.fusionne_dans, b.id)
                         cross join lateral (
                             select b.nom_normalise = c.nom and b.prenom_normalise = c.prenom and b.naissance = c.naissance as exact,
                                    similarity(b.nom_normalise || ' ' || b.prenom_normalise, c.complet)
                                        + (b.naissance = c.naissance)::integer as ressemblance) r
                         where g.id <> :sauf
                         order by exact desc, ressemblance desc, id limit 8""")
                .param("structure", structureId)
                .param("nom", nom)
                .param("prenom", prenom)
                .param("naissance", naissance)
                .param("sauf", sauf)
                .query(Jumeau.class)
                .list();
    }
}
