from channels.generic.websocket import AsyncJsonWebsocketConsumer


class PunchConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        await self.channel_layer.group_add("punches", self.channel_name)
        await self.accept()

    async def disconnect(self, code):
        await self.channel_layer.group_discard("punches", self.channel_name)

    async def punched(self, event):
        await self.send_json(event["punch"])
