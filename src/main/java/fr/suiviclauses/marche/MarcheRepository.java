package fr.suiviclauses.marche;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MarcheRepository extends Repository<Marche, Long> {

    Optional<Marche> findByStructureIdAndId(long structureId, long id);

    Marche saveAndFlush(Marche marche);

    void delete(Marche marche);

    void flush();
}
