package fr.suiviclauses.donneurordre;

import fr.suiviclauses.liste.Liste;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds buyers that may be the same as one being created. SQL, for the likeness of names is the database's. */
@Component
@RequiredArgsConstructor
class JumeauxLecture {

    private final JdbcClient jdbc;

    /**
     * Looks for them.
     *
     * @throws JumeauxException where there are any
     */
    void check(long structureId, String nom) {
        List<Jumeau> trouves = jdbc.sql("""
                        select d.id, d.nom, d.nature, d.actif, (select count(*) from marche m
                                 where m.structure_id = d.structure_id and m.donneur_ordre_id = d.id) as marches
                          from donneur_ordre d
                         cross join (select texte_normalise(:nom) as nom) n
                         where d.structure_id = :structure and d.fusionne_dans is null and noms_ressemblants(d.nom_normalise, n.nom)
                         order by similarity(d.nom_normalise, n.nom) desc, d.id limit 5""")
                .param("structure", structureId)
                .param("nom", nom)
                .query(Jumeau.class)
                .list();
        if (!trouves.isEmpty()) throw new JumeauxException(trouves);
    }

    /** The buyers that one may be merged with, those of the likeliest names first. */
    List<Liste.Option> others(long structureId, long id) {
        return jdbc.sql("""
                        select d.id::text as code, d.nom || case when d.actif then '' else ' (désactivé)' end as libelle
                          from donneur_ordre d
                          join donneur_ordre n on n.structure_id = d.structure_id and n.id = :id
                         where d.structure_id = :structure and d.id <> :id and d.fusionne_dans is null
                         order by similarity(d.nom_normalise, n.nom_normalise) desc, d.nom_normalise, d.id""")
                .param("structure", structureId)
                .param("id", id)
                .query(Liste.Option.class)
                .list();
    }
}
