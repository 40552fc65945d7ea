package fr.suiviclauses.nomenclature;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface FamilleAchatRepository extends Repository<FamilleAchat, Long> {

    Optional<FamilleAchat> findByStructureIdAndId(long structureId, long id);

    FamilleAchat saveAndFlush(FamilleAchat famille);

    void delete(FamilleAchat famille);

    void flush();
}
