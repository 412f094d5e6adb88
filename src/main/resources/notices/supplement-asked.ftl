<#import "common.ftl" as c>
<@subject>Yêu cầu bổ sung hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Hồ sơ của ông/bà cần được bổ sung, hoàn thiện.
<#if supplement??>
<#if supplement.missing?has_content>
Giấy tờ, nội dung cần bổ sung:
<@c.list supplement.missing/>
</#if>
<#if supplement.reason??>
Lý do: ${supplement.reason}
</#if>
<#if supplement.until??>
Hạn bổ sung: ${supplement.until}
</#if>
<#else>
Nội dung ghi trong phiếu yêu cầu tại nơi nộp hồ sơ.
</#if>
Trong thời gian chờ, thời hạn giải quyết có thể tạm dừng theo quy định của thủ tục.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} cần bổ sung giấy tờ<#if supplement?? && supplement.until??>, hạn ${supplement.until}</#if>. <@c.more/> ${agency.name}</@sms>
<@zalo template="supplement-asked" so_ho_so=dossier.number ten=to.name co_quan=agency.name han=(supplement.until)!"theo phiếu yêu cầu"/>
