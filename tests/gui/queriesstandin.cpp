// Weak stand-ins, so that pages link before the engine lists campaigns: it fails with NotFound. A strong definition of
// the engine wins where there is one.
#include "engine/client/queries.h"

#define HELIOGRAPH_STANDIN __attribute__((weak))

namespace engine {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

HELIOGRAPH_STANDIN Result<QList<CampaignRow>> Queries::campaigns() { return fail(ErrorCode::NotFound); }
HELIOGRAPH_STANDIN Result<CampaignRow> Queries::campaign(domain::CampaignId) { return fail(ErrorCode::NotFound); }
HELIOGRAPH_STANDIN Result<CampaignReview> Queries::review(const domain::Campaign &)
{
    return fail(ErrorCode::NotFound);
}

} // namespace engine
