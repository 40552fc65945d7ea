package fr.suiviclauses.marche.lot;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LotRepository extends Repository<Lot, Long> {

    Optional<Lot> findByStructureIdAndId(long structureId, long id);

    Lot saveAndFlush(Lot lot);
}
