// What Meadow & Main sells: twenty things in each of ten categories, with their prices in euros. Data, no code.

export const productList = {
  Kitchen: `
    Linen apron 34.00; Oak chopping board 42.00; Cast iron skillet 58.50; Enamel saucepan 39.90; Copper measuring cups 27.50;
    Olive wood spoon 9.90; Beechwood rolling pin 14.50; Stoneware mixing bowl 32.00; Pestle and mortar 29.90; Salt cellar 18.00;
    Pepper mill 36.50; Glass storage jars, set of 3 24.90; Bread tin 16.90; Pour-over coffee stand 44.00; Kettle in matt sage 64.00;
    Tea towels, set of 2 15.50; Beeswax wraps 13.90; Cheese grater with tray 21.00; Kitchen scales 37.00; Herb scissors 12.50`,
  Table: `
    Stoneware dinner plate 16.50; Stoneware side plate 12.00; Porridge bowl 13.50; Espresso cup 9.50; Mug in oatmeal glaze 14.00;
    Serving platter 38.00; Linen napkins, set of 4 28.00; Linen tablecloth 74.00; Recycled glass tumbler 7.90; Wine glasses, set of 4 36.00;
    Carafe with stopper 26.50; Brass cutlery, 16 pieces 89.00; Salad servers 19.50; Butter dish 22.00; Egg cups, set of 4 17.50;
    Cake stand 45.00; Cork coasters, set of 6 11.00; Woven placemats, set of 2 18.50; Gravy jug 20.00; Candle holder in clay 15.00`,
  Candles: `
    Beeswax pillar candle 18.00; Dinner candles, set of 6 12.90; Fig leaf scented candle 26.00; Cedar and smoke candle 28.00;
    Lavender soy candle 22.00; Orange and clove candle 24.00; Tea lights, box of 30 9.50; Reed diffuser, linen 29.50;
    Reed diffuser, rosemary 29.50; Room spray, fresh rain 17.00; Incense sticks, sandalwood 8.90; Ceramic wax burner 21.00;
    Wax melts, winter spice 7.50; Candle snuffer in brass 16.00; Storm lantern 39.00; Floating candles, set of 8 10.50;
    Match bottle with striker 13.00; Tall glass hurricane 34.00; Travel candle trio 32.00; Pine forest candle 26.00`,
  Bedroom: `
    Washed linen duvet cover 139.00; Washed linen pillowcase 29.00; Cotton percale sheet 49.00; Wool blanket in moss 98.00;
    Quilted throw 79.00; Feather pillow 45.00; Mulberry silk pillowcase 52.00; Hot water bottle in knit cover 27.00; Sheepskin rug 85.00;
    Bedside lamp in paper 59.00; Alarm clock in walnut 42.00; Cushion cover, block print 24.00; Cushion pad 12.00; Lavender pillow mist 14.50;
    Wool slippers 48.00; Cotton robe 69.00; Linen laundry bag 23.00; Cedar drawer blocks 11.50; Knitted bolster 36.00; Waffle bedspread 92.00`,
  Bath: `
    Turkish towel in sand 26.00; Bath towel, organic cotton 32.00; Hand towel, organic cotton 14.00; Waffle bath mat 28.50; Olive oil soap 6.90;
    Oat and honey soap 6.90; Soap dish in soapstone 15.50; Natural sponge 12.00; Bath salts, eucalyptus 16.00; Bath salts, rose 16.00;
    Hand balm 11.00; Body oil, calendula 24.50; Bamboo toothbrushes, set of 4 9.90; Shaving brush 31.00; Wooden bath rack 44.00;
    Cotton rounds, washable 10.50; Shower steamers 8.50; Linen wash bag 22.00; Mirror with stand 54.00; Loofah glove 7.90`,
  Garden: `
    Hand trowel in ash 19.50; Hand fork in ash 19.50; Pruning shears 34.00; Watering can, 5 litres 42.00; Galvanised bucket 18.00;
    Garden kneeler 23.50; Jute twine with cutter 11.00; Seed box with dividers 29.00; Wildflower seeds 4.50; Kitchen herb seeds 4.50;
    Bird feeder 24.00; Bee house 27.50; Outdoor lantern 37.00; Folding garden chair 79.00; Picnic blanket 46.00; Enamel plant labels 13.00;
    Potting apron 36.00; Cane cloche 31.00; Rain gauge 21.50; Leather garden gloves 25.00`,
  Plants: `
    Terracotta pot, small 6.50; Terracotta pot, large 19.00; Glazed planter in sea green 34.00; Hanging planter in macrame 27.00;
    Plant stand in oak 49.00; Mister in amber glass 15.50; Snake plant 22.00; Swiss cheese plant 29.00; String of pearls 18.00; Olive tree 54.00;
    Rosemary in a pot 9.00; Lemon tree 59.00; Amaryllis bulb in wax 14.50; Paperwhite bulbs, bag of 5 10.00; Succulent trio 16.00;
    Moss pole 11.50; Potting compost, 10 litres 8.50; Plant food for the year 12.00; Dried flower bunch 24.00; Eucalyptus wreath 42.00`,
  Children: `
    Wooden train 32.00; Stacking rings 18.50; Knitted rabbit 26.00; Felt crown 14.00; Beeswax crayons 11.90; Memory game, meadow animals 15.00;
    Shape puzzle 21.00; Cotton bunting 19.50; Night light, moon 34.00; Baby blanket in merino 58.00; Muslin squares, set of 3 17.00;
    Play tent in canvas 95.00; Toy tea set 29.00; Skipping rope 9.50; Garden tools for small hands 24.50; Storybook, The Hedge School 12.50;
    Height chart 22.00; Sun hat in linen 18.00; Rain cape 37.50; Wooden blocks, set of 40 39.00`,
  Paper: `
    Notebook, dot grid 12.50; Desk planner 18.00; Letter set 16.50; Fountain pen 38.00; Pencils, set of 6 8.90; Wrapping paper, ferns 5.50;
    Wrapping paper, stars 5.50; Gift tags, set of 12 4.90; Birthday card, hare 3.50; Thank-you cards, set of 8 13.00; Wall calendar 17.00;
    Advent calendar to fill 29.00; Recipe journal 21.00; Botanical print, A3 25.00; Oak print hanger 23.00; Washi tape trio 7.50;
    Brass paper clips 6.50; Ink in forest green 11.00; Photo album in linen 36.00; Address book 14.00`,
  Pantry: `
    Olive oil, first press 16.50; Wildflower honey 9.90; Sea salt flakes 5.50; Smoked paprika 4.90; Fig jam 6.50; Lemon curd 6.20;
    Blackberry vinegar 8.50; Ginger biscuits 5.90; Dark chocolate with almonds 6.90; Loose leaf breakfast tea 10.50; Camomile flowers 7.50;
    Ground coffee, house blend 11.90; Mulled wine spices 6.00; Christmas pudding 19.50; Rosemary crackers 4.50; Tapenade 5.80;
    Preserved lemons 7.20; Elderflower cordial 8.90; Picnic hamper 68.00; Cookbook, A Year of Suppers 27.00`,
} as const;
