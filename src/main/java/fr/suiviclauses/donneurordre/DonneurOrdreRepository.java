package fr.suiviclauses.donneurordre;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DonneurOrdreRepository extends Repository<DonneurOrdre, Long> {

    Optional<DonneurOrdre> findByStructureIdAndId(long structureId, long id);

    DonneurOrdre saveAndFlush(DonneurOrdre donneur);

    void delete(DonneurOrdre donneur);

    void flush();
}
